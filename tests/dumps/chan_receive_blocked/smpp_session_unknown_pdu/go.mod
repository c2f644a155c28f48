module kurier.example/smsgate

go 1.20
