module deploybot/agent

go 1.21
