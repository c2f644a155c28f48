module zoll.example/broker

go 1.18
