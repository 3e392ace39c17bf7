await import('./dull\u0007.ts');
