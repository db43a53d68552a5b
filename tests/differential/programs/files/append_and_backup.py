import os
for i in range(3):
    with open("log.txt", "a") as f: f.write(f"run {i}\n")
os.rename("log.txt", "log.bak"); print(os.path.exists("log.txt"), open("log.bak").read().split())
try:
    with open("log.bak") as f: f.write("x")
except Exception as e: print(type(e).__name__)
with open("n.txt", "w") as f: print(f.write("héllo"), f.tell() > 0)
print(os.path.getsize("n.txt"), len(open("n.txt").read()))
