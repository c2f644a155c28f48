module funkpost.example/smsgate

go 1.20
