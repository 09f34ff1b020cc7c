/** What users configure: the settings with their defaults, and what is opened by them. */
@NullMarked
package dev.creature.deploy.configuration;

import org.jspecify.annotations.NullMarked;
