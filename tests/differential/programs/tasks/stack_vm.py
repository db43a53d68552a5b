prog = "PUSH 1;STORE n;PUSH 1;STORE r;LOOP: LOAD n;PUSH 6;EQ;JNZ END;LOAD r;LOAD n;MUL;STORE r;LOAD n;PUSH 1;ADD;STORE n;JMP LOOP;END: LOAD r;PRINT".split(";")
labels, code = {}, []
for ins in prog:
    if ":" in ins: l, ins = ins.split(": "); labels[l] = len(code)
    code.append(ins.split())
stack, mem, pc, steps = [], {}, 0, 0
while pc < len(code):
    op, *a = code[pc]; pc += 1; steps += 1
    match op:
        case "PUSH": stack.append(int(a[0]))
        case "LOAD": stack.append(mem[a[0]])
        case "STORE": mem[a[0]] = stack.pop()
        case "ADD" | "MUL" | "EQ": y, x = stack.pop(), stack.pop(); stack.append({"ADD": x + y, "MUL": x * y, "EQ": int(x == y)}[op])
        case "JNZ": pc = labels[a[0]] if stack.pop() else pc
        case "JMP": pc = labels[a[0]]
        case "PRINT": print(stack.pop())
print(steps, mem)
