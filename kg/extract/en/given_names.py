"""English given names, where one may stand behind a Chinese name: "Chan Tai-man, Peter"."""

from __future__ import annotations

from typing import Final

GIVEN_NAMES: Final = frozenset(
    """
    Ada Adam Adrian Agnes Alan Albert Alex Alexander Alfred Alice Allan Allen Alvin Amanda Amy Andrew Andy Angela Angie
    Anita Ann Anna Anne Annie Anthony Antony Arnold Arthur Augustine Barbara Ben Benjamin Benny Bernadette Bernard
    Betty Bill Billy Bonnie Brenda Brian Bruce Candy Carmen Carol Caroline Carrie Catherine Cathy Cecilia Celia Charles
    Charlie Cherry Cheryl Chris Christina Christine Christopher Cindy Claire Clara Clement Connie Conrad Crystal Cynthia
    Daisy Daniel Danny David Debbie Deborah Dennis Derek Desmond Diana Dick Dominic Donald Doris Dorothy Douglas Eddie
    Eddy Edgar Edith Edmond Edmund Edward Edwin Elaine Eleanor Elizabeth Ellen Elsa Elsie Emily Emma Eric Erica Ernest
    Esther Eugene Eunice Eva Eve Evelyn Fanny Felix Fiona Florence Frances Francis Frank Franklin Fred Freddie Frederick
    Gabriel Gary Geoffrey George Gerald Gilbert Gladys Gloria Godfrey Gordon Grace Graham Gregory Harold Harry Harvey
    Heidi Helen Helena Henry Herbert Herman Horace Howard Hubert Hugo Ian Irene Iris Isaac Ivan Ivy Jack Jackie Jackson
    Jacqueline James Jamie Jane Janet Janice Jason Jasper Jean Jeffrey Jennifer Jenny Jeremy Jerry Jessica Jimmy Joan
    Joanna Joanne Joe John Johnny Johnson Jonathan Joseph Josephine Joshua Joyce Judith Judy Julia Julian Juliana Julie
    Justin Karen Kate Katherine Kathleen Keith Kelly Kelvin Ken Kenneth Kenny Kevin Kitty Laura Laurence Lawrence Leo
    Leon Leonard Leslie Lester Lilian Lillian Lily Linda Lisa Lorna Louis Louisa Louise Lucia Lucy Maggie Marcus
    Margaret Maria Marianne Marina Mario Mark Martin Mary Matthew Maureen Maurice Michael Michelle Mimi Miranda Moses
    Nancy Natalie Nelson Nicholas Nicole Nora Norman Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peggy
    Percy Peter Philip Phoebe Phyllis Priscilla Queenie Rachel Ralph Raymond Rebecca Regina Rex Richard Rita Robert
    Robin Roger Roland Ronald Rosa Rosanna Rose Rosemary Roy Ruby Ruth Sally Sam Samson Samuel Sandra Sandy Sarah
    Sebastian Selina Sharon Sheila Shirley Sidney Simon Sophia Stanley Stella Stephanie Stephen Steve Steven Stewart
    Stuart Sunny Susan Susanna Susie Suzanne Sylvia Ted Teresa Terence Terry Theodore Theresa Thomas Timothy Tina Tom
    Tommy Tony Tracy Valerie Vanessa Veronica Victor Victoria Vincent Viola Vivian Vivien Wallace Walter Warren Wendy
    Wilfred William Willie Wilson Winifred Winnie Winston Yolanda Yvonne
    """.split()
)
