package dataset

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// An IDX file: two zero bytes, the type of its values, the number of dimensions; the dimensions, 4 bytes each, big-endian; the values.
const (
	idxUint8     = 0x08
	idxMaxRank   = 8
	idxMaxValues = 1 << 40
)

// isIDX looks at the first four bytes. A record that begins so has a first feature of about 4e-37.
func isIDX(first []byte) bool {
	return len(first) == 4 && first[0] == 0 && first[1] == 0 && first[2] >= idxUint8 && first[2] <= 0x0e && first[3] >= 1 && first[3] <= idxMaxRank
}

// readIDX makes records of a file of images, whose beginning r holds, and the file of labels beside it.
func readIDX(path string, r io.Reader, size int64, want Want) ([]byte, error) {
	labelsPath, ok := labelsOf(path)
	if !ok {
		return nil, fmt.Errorf("%w: name the file of images; it is called …images…, its labels …labels…", ErrFormat)
	}
	file, err := os.Open(labelsPath)
	if err != nil {
		return nil, fmt.Errorf("its labels: %w", err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, fmt.Errorf("its labels: %w", err)
	}
	images, err := idxHeader(r, size)
	if err != nil {
		return nil, err
	}
	labels, err := idxHeader(file, info.Size())
	if err != nil {
		return nil, fmt.Errorf("its labels %s: %w", labelsPath, err)
	}
	return joinIDX(r, images, file, labels, want)
}

// labelsOf is the name of the labels that belong to a file of images: train-images-idx3-ubyte has train-labels-idx1-ubyte.
func labelsOf(path string) (string, bool) {
	dir, name := filepath.Split(path)
	if !strings.Contains(name, "images") {
		return "", false
	}
	return filepath.Join(dir, strings.Replace(strings.Replace(name, "images", "labels", 1), "idx3", "idx1", 1)), true
}

// idxHeader reads the dimensions of a file of that size; the values are bytes and fill it to its end.
func idxHeader(r io.Reader, size int64) ([]int64, error) {
	var first [4]byte
	if _, err := io.ReadFull(r, first[:]); err != nil || !isIDX(first[:]) {
		return nil, fmt.Errorf("%w: it is no IDX file", ErrFormat)
	}
	if first[2] != idxUint8 {
		return nil, fmt.Errorf("%w: its values have the IDX type 0x%02x, not unsigned bytes (0x%02x)", ErrFormat, first[2], idxUint8)
	}
	dimensions, values := make([]int64, first[3]), int64(1)
	for i := range dimensions {
		var word [4]byte
		if _, err := io.ReadFull(r, word[:]); err != nil {
			return nil, fmt.Errorf("%w: it ends in the middle of its header", ErrFormat)
		}
		dimensions[i] = int64(binary.BigEndian.Uint32(word[:]))
		if dimensions[i] == 0 || values > idxMaxValues/dimensions[i] {
			return nil, fmt.Errorf("%w: its dimensions are %d", ErrFormat, dimensions[:i+1])
		}
		values *= dimensions[i]
	}
	if want := 4 + 4*int64(len(dimensions)) + values; size != want {
		return nil, fmt.Errorf("%w: it has %d bytes, its header promises %d", ErrFormat, size, want)
	}
	return dimensions, nil
}

// joinIDX reads the values behind both headers.
func joinIDX(images io.Reader, imageShape []int64, labels io.Reader, labelShape []int64, want Want) ([]byte, error) {
	records, features := imageShape[0], int64(1)
	for _, d := range imageShape[1:] {
		features *= d
	}
	switch {
	case features != int64(want.Features):
		return nil, fmt.Errorf("%w: an image has %d values, the model takes %d features", ErrFormat, features, want.Features)
	case len(labelShape) != 1 || labelShape[0] != records:
		return nil, fmt.Errorf("%w: %d images have labels of the shape %d", ErrFormat, records, labelShape)
	case records > want.Limit/want.recordBytes():
		return nil, fmt.Errorf("%w: %d records of %d bytes are more than %d bytes", ErrFormat, records, want.recordBytes(), want.Limit)
	}
	payload := make([]byte, 0, records*want.recordBytes())
	pixels, label := make([]byte, features), make([]byte, 1)
	for n := range records {
		if _, err := io.ReadFull(images, pixels); err != nil {
			return nil, fmt.Errorf("image %d: %w", n, err)
		}
		if _, err := io.ReadFull(labels, label); err != nil {
			return nil, fmt.Errorf("label %d: %w", n, err)
		}
		if int(label[0]) >= want.Classes {
			return nil, fmt.Errorf("%w: label %d of image %d; the model has %d classes", ErrFormat, label[0], n, want.Classes)
		}
		for _, pixel := range pixels {
			payload = binary.LittleEndian.AppendUint32(payload, math.Float32bits(float32(pixel)/255))
		}
		payload = binary.LittleEndian.AppendUint32(payload, uint32(label[0]))
	}
	return payload, nil
}
