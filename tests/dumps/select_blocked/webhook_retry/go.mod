module hooks

go 1.21
