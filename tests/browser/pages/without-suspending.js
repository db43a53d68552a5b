// As in a browser without JavaScript Promise Integration.
delete WebAssembly.Suspending;
