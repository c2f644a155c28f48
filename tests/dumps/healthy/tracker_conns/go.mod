module tracker.example.io/gate

go 1.21
