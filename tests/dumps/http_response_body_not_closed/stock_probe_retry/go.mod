module gitlab.shelfwise.net/probe

go 1.20
