module fernwartung.example/tunnels

go 1.18
