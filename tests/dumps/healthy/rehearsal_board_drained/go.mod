module choir.wexbury.example/rehearsals

go 1.20

require github.com/cskr/pubsub v1.0.2
