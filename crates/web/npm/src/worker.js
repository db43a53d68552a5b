// What a Worker runs.
import { serve } from './serve.js';

serve(self);
