import './without-suspending.js';
import '/hognose/worker.js';
