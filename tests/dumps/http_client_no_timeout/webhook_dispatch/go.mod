module hooks.acme.example/dispatcher

go 1.21
