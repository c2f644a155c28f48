module chess.example/moves

go 1.21
