/** Several nodes as one creature: how they find and trust one another, and who may do what. */
@NullMarked
package dev.creature.deploy.cluster;

import org.jspecify.annotations.NullMarked;
