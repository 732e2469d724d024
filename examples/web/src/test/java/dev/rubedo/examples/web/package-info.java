/** Tests of the web application. */
@NullMarked
package dev.rubedo.examples.web;

import org.jspecify.annotations.NullMarked;
