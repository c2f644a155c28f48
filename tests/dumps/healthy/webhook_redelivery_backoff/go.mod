module hooks.io/dispatch

go 1.20
