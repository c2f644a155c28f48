module forge.example.com/hooks

go 1.21
