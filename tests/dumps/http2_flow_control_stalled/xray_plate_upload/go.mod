module xray.example/plates

go 1.18
