module forge.internal/hooks

go 1.21
