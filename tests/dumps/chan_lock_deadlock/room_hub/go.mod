module chat.example.net/hub

go 1.21
