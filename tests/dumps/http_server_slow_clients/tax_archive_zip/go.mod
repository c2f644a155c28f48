module steuer.example/archive

go 1.20
