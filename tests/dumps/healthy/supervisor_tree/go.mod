module controlplane.example/agent

go 1.21
