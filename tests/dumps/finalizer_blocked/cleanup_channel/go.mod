module media.example.net/frames

go 1.21
