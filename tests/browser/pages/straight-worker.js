import './without-suspending.js';
import '/hognose/dist/worker.js';
