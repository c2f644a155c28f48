module ferries.example/booking

go 1.21
