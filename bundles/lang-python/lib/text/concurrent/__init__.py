# Only concurrent.futures is here.
