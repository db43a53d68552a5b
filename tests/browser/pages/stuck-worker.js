import './stopped-clock.js';
import '/hognose/worker.js';
