/**
 * Files: tensors in the safetensors format, read strictly and written whole or not at all.
 * Takes and gives arrays with names and shapes; wrong files are exceptions with one clear message.
 * Must not know networks.
 */
@NullMarked
package dev.leibniz.runtime.io;

import org.jspecify.annotations.NullMarked;
