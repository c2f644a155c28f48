module video.example.org/burner

go 1.22
