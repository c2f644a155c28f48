module chatter.app/presence

go 1.21
