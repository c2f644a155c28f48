module ferry.example/agents

go 1.20
