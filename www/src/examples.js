// The programs of the menu. Each is run by the tests.
import budget from '../examples/budget.py?raw';
import endless from '../examples/endless.py?raw';
import filter from '../examples/filter.py?raw';
import mandelbrot from '../examples/mandelbrot.py?raw';
import queens from '../examples/queens.py?raw';
import csv from '../examples/sales.csv?raw';
import sales from '../examples/sales.py?raw';
import tasks from '../examples/tasks.py?raw';
import welcome from '../examples/welcome.py?raw';

export const examples = [
  { title: 'Welcome', code: welcome },
  { title: 'A report from a file', code: sales, files: { 'sales.csv': csv } },
  {
    title: 'Arguments and input',
    code: filter,
    args: '^[a-m]',
    stdin: 'apple\nzebra\nmango\ncherry\nquince\n',
  },
  { title: 'Eight queens', code: queens },
  { title: 'Mandelbrot, streamed', code: mandelbrot },
  { title: 'Tasks that take turns', code: tasks },
  { title: 'Within its budget', code: budget, limits: { fuel: 200_000_000 } },
  { title: 'A loop without end', code: endless, limits: { fuel: 1e12, wall_ms: 20_000 } },
];
