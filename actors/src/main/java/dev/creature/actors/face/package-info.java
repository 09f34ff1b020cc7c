/** What a face shows, frame by frame, and how sound, feeling and idle life become a frame. */
@NullMarked
package dev.creature.actors.face;

import org.jspecify.annotations.NullMarked;
