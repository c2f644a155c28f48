module kiosk.example/agent

go 1.21
