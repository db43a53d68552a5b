# The Mandelbrot set, line by line as it is computed.
import sys

SHADES = " .,:;-=+*o"

for y in range(-10, 11):
    line = ""
    for x in range(-28, 12):
        point = complex(x / 14, y / 8.5)
        z = 0
        for step in range(400):
            z = z * z + point
            if abs(z) > 2:
                line += SHADES[min(step, len(SHADES) - 1)]
                break
        else:
            line += "@"
    print(line)
    sys.stdout.flush()
