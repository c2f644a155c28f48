// Package audit writes down who did what.
package audit

import (
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"gopkg.in/natefinch/lumberjack.v2"
)

// Book is the audit log.
type Book struct{ logger *zap.Logger }

// Open returns the log that is kept in file.
func Open(file string) *Book {
	out := &lumberjack.Logger{Filename: file, MaxSize: 100, MaxBackups: 7}
	return &Book{zap.New(zapcore.NewCore(zapcore.NewJSONEncoder(zap.NewProductionEncoderConfig()),
		zapcore.AddSync(out), zap.InfoLevel))}
}

// Record writes one line.
func (b *Book) Record(tenant, what string) {
	b.logger.Info(what, zap.String("tenant", tenant))
}
