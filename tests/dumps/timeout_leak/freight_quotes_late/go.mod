module forwarder.example/quotes

go 1.23
