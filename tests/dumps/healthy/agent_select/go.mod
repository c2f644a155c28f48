module github.com/northshop/agent

go 1.18
