module fieldprobe.io/agent

go 1.24
