/** An application on the module path. */
package dev.rubedo.examples.modules;
