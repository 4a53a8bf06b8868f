/** Tests of transcribed data against the vendor material, which lies beside a developer's checkout; skipped without it. */
package io.handlekit.conformance.material;
