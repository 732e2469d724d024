/** What an entity says: the annotations. */
package dev.rubedo.mapping;

