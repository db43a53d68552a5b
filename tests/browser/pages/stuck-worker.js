import './stopped-clock.js';
import '/hognose/dist/worker.js';
