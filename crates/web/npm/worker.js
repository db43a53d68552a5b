// What a Worker runs.
import { serve } from './src/serve.js';

serve(self);
