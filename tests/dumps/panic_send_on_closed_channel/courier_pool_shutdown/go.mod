module courier.example/routes

go 1.21
