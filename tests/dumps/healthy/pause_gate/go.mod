module player.example.net/encoder

go 1.21
