module github.com/northshop/agent-scrapes

go 1.20
