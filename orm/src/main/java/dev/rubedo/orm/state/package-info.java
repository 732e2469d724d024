/**
 * The state of one object: the superclass of generated entities ({@link dev.rubedo.orm.state.ManagedEntity}), the
 * context they are attached to ({@link dev.rubedo.orm.state.EntityContext}), and the public view of it ({@link
 * dev.rubedo.orm.state.InstanceState}). Start reading at {@code ManagedEntity}.
 */
@NullMarked
package dev.rubedo.orm.state;

import org.jspecify.annotations.NullMarked;
