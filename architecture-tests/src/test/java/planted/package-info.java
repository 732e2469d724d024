/** Violations planted for the architecture rules: each must be caught by the rule that it breaks. */
@org.jspecify.annotations.NullMarked
package planted;
